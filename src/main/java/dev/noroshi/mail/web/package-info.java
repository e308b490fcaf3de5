/** Pages and REST of the mailbox. */
@NullMarked
package dev.noroshi.mail.web;

import org.jspecify.annotations.NullMarked;
