package dev.noroshi.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All forms that a plan may name. */
@Component
public class Forms {

    private final Map<String, Form> byKey;

    Forms(List<Form> forms) {
        byKey = forms.stream().collect(Collectors.toUnmodifiableMap(Form::key, Function.identity()));
    }

    public Optional<Form> find(String key) {
        @Nullable Form form = byKey.get(key);
        return Optional.ofNullable(form);
    }

    public Collection<String> keys() {
        return byKey.keySet();
    }
}
