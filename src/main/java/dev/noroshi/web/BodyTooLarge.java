package dev.noroshi.web;

import java.io.IOException;

/** A JSON body that goes on beyond what is read. */
class BodyTooLarge extends IOException {
    BodyTooLarge() {
        super("JSON body too large");
    }
}
