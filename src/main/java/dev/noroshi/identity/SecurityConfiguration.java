package dev.noroshi.identity;

import dev.noroshi.web.LastResort;
import dev.noroshi.web.ProblemAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Who may come in: programs by token (in the demo by HTTP Basic too), people by a form. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] PUBLIC = {
        "/login", "/setup", "/assets/*", "/webjars/**", "/favicon.ico", "/error", "/actuator/health/**"
    };

    /** The engine's own doors: absent, and said so without asking for a sign-in. */
    private static final String[] ABSENT = {"/engine-rest/**", "/camunda/**", "/app/**"};

    private final ProblemAnswers problems;
    private final PasswordSignIn signIn;
    private final ActingAccounts accounts;

    SecurityConfiguration(ProblemAnswers problems, PasswordSignIn signIn, ActingAccounts accounts) {
        this.problems = problems;
        this.signIn = signIn;
        this.accounts = accounts;
    }

    /** The requests themselves are measured; measuring each filter besides costs as much as a small request. */
    @Bean
    SecurityObservationSettings filtersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Requests that bring their own proof: no session, hence nothing that another site could borrow. */
    @Bean
    @Order(10)
    SecurityFilterChain programs(HttpSecurity http, @Value("${noroshi.demo.enabled:false}") boolean demo)
            throws Exception {
        withHeaders(http)
                .securityMatcher(request -> request.getHeader("Authorization") != null && isForPrograms(request))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authenticationManager(new ProviderManager(signIn))
                .addFilterBefore(new TokenFilter(accounts, problems), BasicAuthenticationFilter.class)
                .addFilterBefore(new ActingFilter(accounts), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole(Roles.ADMIN)
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(this::refuse)
                        .accessDeniedHandler((request, response, denied) -> forbid(request, response, denied)));
        if (demo) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(this::refuse));
        }
        return http.build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain people(HttpSecurity http, Clock clock) throws Exception {
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(SecurityConfiguration::isPageToReturnTo);
        return withHeaders(http)
                .authenticationManager(new ProviderManager(signIn))
                .requestCache(cache -> cache.requestCache(pages))
                .addFilterBefore(new IdleFilter(clock), SecurityContextHolderFilter.class)
                .addFilterBefore(new ActingFilter(accounts), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers(ABSENT)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole(Roles.ADMIN)
                        .anyRequest()
                        .authenticated())
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(backTo(pages))
                        .failureHandler((request, response, failure) -> response.sendRedirect(request.getContextPath()
                                + (failure instanceof SignInThrottled ? "/login?throttled" : "/login?error"))))
                .logout(logout -> logout.logoutSuccessUrl("/login?signedOut"))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(this::sendToSignIn)
                        .accessDeniedHandler((request, response, denied) -> forbid(request, response, denied)))
                .build();
    }

    /** To the page that was asked for, or the first one; on this host, whichever the request named. */
    private static AuthenticationSuccessHandler backTo(HttpSessionRequestCache pages) {
        SavedRequestAwareAuthenticationSuccessHandler back = new SavedRequestAwareAuthenticationSuccessHandler();
        back.setRequestCache(pages);
        back.setRedirectStrategy((request, response, url) -> {
            URI page = URI.create(url);
            response.sendRedirect(
                    page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery());
        });
        return back;
    }

    private static HttpSecurity withHeaders(HttpSecurity http) throws Exception {
        // The policies that every answer carries stand at the server's door (web).
        return http.headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/api/") || path.startsWith("/v3/") || path.startsWith("/actuator");
    }

    private static boolean isPageToReturnTo(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && request.getHeader(IdleFilter.WATCHES) == null
                && !isForPrograms(request)
                && !request.getServletPath().startsWith("/error");
    }

    private void sendToSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (isForPrograms(request)) {
            refuse(request, response, failure);
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + "/login?expired");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(
                    request.getContextPath() + (IdleFilter.hasEnded(request) ? "/login?expired" : "/login"));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof SignInThrottled) {
            response.setHeader("Retry-After", String.valueOf(SignInThrottle.WINDOW.toSeconds()));
            problems.write(request, response, 429, "sign-in.throttled");
        } else {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"noroshi\"");
            problems.write(request, response, HttpServletResponse.SC_UNAUTHORIZED, "sign-in.required");
        }
    }

    private void forbid(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        boolean nobody = SecurityContextHolder.getContext().getAuthentication() == null;
        if (isForPrograms(request) && nobody) {
            // A stranger's change meets the guard against forged pages before anybody asks who he is.
            refuse(request, response, new InsufficientAuthenticationException("nobody is signed in"));
        } else if (isForPrograms(request)) {
            problems.write(request, response, HttpServletResponse.SC_FORBIDDEN, "not-yours");
        } else if (request.getServletPath().equals("/login")) {
            response.sendRedirect(request.getContextPath() + "/login?expired");
        } else if (nobody && SentForms.remember(request)) {
            boolean leaves = request.getServletPath().equals("/logout");
            response.sendRedirect(request.getContextPath() + (leaves ? "/login?signedOut" : "/login?unsent"));
        } else if (denied instanceof CsrfException) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, LastResort.OLD_FORM);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
