package dev.noroshi.workflow;

import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.BackoffJobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;

/**
 * Looks for due jobs once for each sign that there may be some. The engine's own search looks twice, and again after it has
 * found one, so that most of its looks find nothing; and it misses a sign that comes as it lies down to wait.
 */
class JobSearch extends SequentialJobAcquisitionRunnable {

    JobSearch(JobExecutor jobs) {
        super(jobs);
    }

    @Override
    protected JobAcquisitionStrategy initializeAcquisitionStrategy() {
        return new OneLook(jobExecutor);
    }

    /** A sign given before a look is answered by that look; one given during it asks for another. */
    @Override
    protected AcquiredJobs acquireJobs(
            JobAcquisitionContext context, JobAcquisitionStrategy strategy, ProcessEngineImpl engine) {
        isJobAdded = false;
        return super.acquireJobs(context, strategy, engine);
    }

    /** Called after a look, where a sign may have come meanwhile: it stays until the next look. */
    @Override
    protected void clearJobAddedNotification() {}

    @Override
    protected void suspendAcquisition(long millis) {
        synchronized (MONITOR) {
            isWaiting.set(true); // from here on, who gives a sign waits for the monitor and wakes us
            if (isJobAdded) {
                isWaiting.set(false);
            } else {
                super.suspendAcquisition(millis);
            }
        }
    }

    private static final class OneLook extends BackoffJobAcquisitionStrategy {

        OneLook(JobExecutor jobs) {
            super(jobs);
        }

        /** A look that found fewer jobs than it asked for has found all; whoever adds another gives a sign. */
        @Override
        protected void reconfigureIdleLevel(JobAcquisitionContext context) {
            super.reconfigureIdleLevel(context);
            if (idleLevel == 0 && !context.isJobAdded() && foundAll(context)) {
                idleLevel = 1;
            }
        }

        /** Not when another node was faster, or when nobody was free to run what was found. */
        private boolean foundAll(JobAcquisitionContext context) {
            return !context.hasJobAcquisitionLockFailureOccurred()
                    && context.getRejectedJobsByEngine().isEmpty()
                    && context.getAcquiredJobsByEngine().entrySet().stream()
                            .allMatch(found -> found.getValue().getNumberOfJobsAttemptedToAcquire()
                                    < getNumJobsToAcquire(found.getKey()));
        }
    }
}
