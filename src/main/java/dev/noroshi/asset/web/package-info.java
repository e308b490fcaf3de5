/** Page and REST of the register of assets. */
@NullMarked
package dev.noroshi.asset.web;

import org.jspecify.annotations.NullMarked;
