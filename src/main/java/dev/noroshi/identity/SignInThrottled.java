package dev.noroshi.identity;

import org.springframework.security.core.AuthenticationException;

/** Too many failed sign-ins; the password was not even looked at. */
class SignInThrottled extends AuthenticationException {
    SignInThrottled() {
        super("too many failed sign-ins");
    }
}
