package dev.noroshi.workflow;

import java.sql.SQLTransactionRollbackException;
import java.util.concurrent.ThreadLocalRandom;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * People and the plan's jobs act on one case at the same moment; of two who hinder each other the database or the engine
 * lets one go. That one's whole transaction begins again, so that no person is asked to. Jobs are repeated by the engine.
 */
@Configuration(proxyBeanMethods = false)
class BeginAgain {

    private static final Logger log = LoggerFactory.getLogger(BeginAgain.class);
    private static final int TIMES = 5;
    private static final int LONGEST_PAUSE = 100;

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor beginAgainAdvisor() {
        ComposablePointcut acts = new ComposablePointcut(new AnnotationMatchingPointcut(Transactional.class, true))
                .union(AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class));
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(acts, (MethodInterceptor) BeginAgain::act);
        // around the transaction
        advisor.setOrder(0);
        return advisor;
    }

    private static @Nullable Object act(MethodInvocation invocation) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return invocation.proceed();
        }
        for (int time = 1; ; time++) {
            try {
                return ((org.springframework.aop.ProxyMethodInvocation) invocation)
                        .invocableClone()
                        .proceed();
            } catch (RuntimeException failure) {
                if (time == TIMES || !hindered(failure)) {
                    throw failure;
                }
                log.info("{} begins again, time {}", invocation.getMethod().getName(), time + 1);
                Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE) * time);
            }
        }
    }

    private static boolean hindered(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof SQLTransactionRollbackException) {
                return true;
            }
        }
        return false;
    }
}
