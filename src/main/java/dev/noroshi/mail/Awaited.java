package dev.noroshi.mail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Who waits for the answers to letters; asked when a letter that was held back leaves, in a list with others or alone. */
public interface Awaited {

    /**
     * The patience with that person begins now; safe to repeat.
     *
     * @param token of the letter
     * @param listed whether it leaves in a list
     * @return what is asked of the person and when it climbs (places {@code ask}, {@code deadline}, {@code climbAt},
     *     {@code climbTo}; for who reads English also {@code en.ask} and so on); empty where no answer is awaited any more
     */
    Optional<Map<String, String>> begins(String token, String address, Instant now, boolean listed);
}
