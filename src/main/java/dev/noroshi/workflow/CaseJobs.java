package dev.noroshi.workflow;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.ObjectProvider;

/** Runs each job of the plan while it holds its case, or the roster, as people's acts do: nobody meets half of another's step. */
class CaseJobs extends SpringJobExecutor {

    private final ObjectProvider<CaseLock> cases;

    CaseJobs(ObjectProvider<CaseLock> cases) {
        this.cases = cases;
    }

    @Override
    protected void ensureInitialization() {
        super.ensureInitialization();
        acquireJobsRunnable = new JobSearch(this);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return new ExecuteJobsRunnable(jobs, engine) {
            @Override
            protected void executeJob(String job, CommandExecutor executor, JobFailureCollector failures) {
                ExecuteJobHelper.executeJob(job, executor, failures, new HeldJob(job, failures));
            }
        };
    }

    /** Reads nothing of the engine before it holds the case, so that nothing it read is stale. */
    private final class HeldJob extends ExecuteJobsCmd {

        HeldJob(String job, JobFailureCollector failures) {
            super(job, failures);
        }

        @Override
        public Void execute(CommandContext context) {
            cases.orderedStream().anyMatch(lock -> lock.holdOwnerOf(jobId));
            return super.execute(context);
        }
    }
}
