package dev.noroshi.plan.web;

import dev.noroshi.plan.Stoppage;
import dev.noroshi.plan.Stoppages;
import dev.noroshi.web.EmptyBody;
import dev.noroshi.web.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stuck steps over REST. */
@RestController
@RequestMapping("/api/v1/plan/stuck")
class StuckApi {

    /** Why a step is to be skipped. */
    record SkipProposal(@Nullable String reason) {}

    private final Stoppages stoppages;

    StuckApi(Stoppages stoppages) {
        this.stoppages = stoppages;
    }

    @GetMapping
    Page<Stoppage> list() {
        List<Stoppage> items = stoppages.list();
        return new Page<>(items, items.size(), 0, Math.max(items.size(), 1));
    }

    @PostMapping("/{id}/retry")
    ResponseEntity<Void> retry(
            @PathVariable String id, @RequestBody(required = false) @Nullable Map<String, Object> nothing) {
        EmptyBody.require(nothing);
        stoppages.retry(id);
        return ResponseEntity.noContent().build();
    }

    /** Proposes to go on behind the step; a second person approves. */
    @PostMapping("/{id}/skip")
    ResponseEntity<Void> skip(@PathVariable String id, @RequestBody SkipProposal proposal) {
        stoppages.proposeSkip(id, proposal.reason() == null ? "" : proposal.reason());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/skip-approval")
    ResponseEntity<Void> approve(
            @PathVariable String id, @RequestBody(required = false) @Nullable Map<String, Object> nothing) {
        EmptyBody.require(nothing);
        stoppages.approveSkip(id);
        return ResponseEntity.noContent().build();
    }
}
