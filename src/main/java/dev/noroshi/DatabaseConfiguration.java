package dev.noroshi;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** How transactions begin on the database. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /**
     * A reading transaction tells the database nothing of it: two round trips to switch the session there and back cost more
     * than most of what is read, and there is no second server that reading could go to.
     */
    @Bean
    static BeanPostProcessor unpreparedConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HibernateJpaVendorAdapter adapter) {
                    adapter.setPrepareConnection(false);
                }
                return bean;
            }
        };
    }

    /** Whose connections begin in a transaction; see {@link TransactionalConnections}. */
    @Bean
    static BeanPostProcessor transactionalConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new TransactionalConnections(pool) : bean;
            }
        };
    }
}
