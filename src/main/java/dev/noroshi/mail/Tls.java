package dev.noroshi.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** How a connection to a mail server is secured, as the mail library wants to be told. */
final class Tls {

    private Tls() {}

    /** What the city asks of a mail server. */
    enum Wish {
        /** Never encrypted. */
        OFF,
        /** Encrypted where the server offers it, whoever it is: better than nothing on the way, no proof of the server. */
        OPTIONAL,
        /** STARTTLS with a server whose certificate is good, or nothing at all. */
        REQUIRED,
        /** Encrypted from the first byte (smtps, imaps), with a server whose certificate is good. */
        DIRECT
    }

    /**
     * Adds what is not set otherwise.
     *
     * @param protocol {@code smtp} or {@code imap}
     * @param authority certificates (PEM) of the city's own authority; null for those that Java knows
     */
    static void apply(Properties properties, String protocol, Wish asked, @Nullable Path authority) {
        String prefix = "mail." + protocol + ".";
        boolean required = "true".equals(properties.getProperty(prefix + "starttls.required"));
        Wish wish = asked == Wish.OPTIONAL && required ? Wish.REQUIRED : asked;
        properties.putIfAbsent(
                prefix + "starttls.enable", String.valueOf(wish == Wish.OPTIONAL || wish == Wish.REQUIRED));
        properties.putIfAbsent(prefix + "starttls.required", String.valueOf(wish == Wish.REQUIRED));
        properties.putIfAbsent(prefix + "ssl.enable", String.valueOf(wish == Wish.DIRECT));
        if (wish == Wish.OPTIONAL) {
            properties.putIfAbsent(prefix + "ssl.trust", "*");
        }
        properties.putIfAbsent(prefix + "ssl.checkserveridentity", String.valueOf(wish != Wish.OPTIONAL));
        if (authority != null && wish != Wish.OPTIONAL && wish != Wish.OFF) {
            properties.put(prefix + "ssl.socketFactory", trusting(authority));
        }
    }

    private static SSLSocketFactory trusting(Path authority) {
        try (InputStream pem = Files.newInputStream(authority)) {
            KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                known.setCertificateEntry("authority-" + number++, one);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("noroshi.mail.authority cannot be read: " + authority, e);
        }
    }
}
