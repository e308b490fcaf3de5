package dev.noroshi.escalation;

/** How an answer reached us; the lower-case name stands in REST. */
public enum Via {
    /** The button in the application. */
    BUTTON,
    /** A reply by mail. */
    MAIL,
    /** One reply by mail to a list of calls. */
    LIST,
    /** 代理入力: the window heard it on the telephone and entered it. */
    PROXY,
    /** The task itself was claimed or completed. */
    TASK
}
