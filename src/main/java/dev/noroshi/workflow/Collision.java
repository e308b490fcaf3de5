package dev.noroshi.workflow;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Says in the application's words that two met in the engine, so that callers may try again. */
final class Collision {

    /** SQL's class of transactions rolled back for another's sake. */
    private static final String ROLLED_BACK = "40";

    private Collision() {}

    static void told(Runnable act) {
        try {
            act.run();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("somebody else moved the case first", e);
        } catch (ProcessEngineException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException failure
                        && String.valueOf(failure.getSQLState()).startsWith(ROLLED_BACK)) {
                    throw new CannotAcquireLockException("rolled back for somebody else", e);
                }
            }
            throw e;
        }
    }
}
