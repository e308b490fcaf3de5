package dev.noroshi.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps the language that a page was asked for by {@code ?lang=}. */
@Configuration(proxyBeanMethods = false)
class LanguageCookie implements WebMvcConfigurer {

    private static final int YEAR = 365 * 24 * 60 * 60;

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                String asked = Languages.asked(request);
                if ("ja".equals(asked) || "en".equals(asked)) {
                    Cookie cookie = new Cookie(Languages.COOKIE, asked);
                    cookie.setPath("/");
                    cookie.setMaxAge(YEAR);
                    cookie.setHttpOnly(true);
                    cookie.setSecure(request.isSecure());
                    cookie.setAttribute("SameSite", "Lax");
                    response.addCookie(cookie);
                }
                return true;
            }
        });
    }
}
