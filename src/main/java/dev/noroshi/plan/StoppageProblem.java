package dev.noroshi.plan;

import dev.noroshi.web.Problem;

/** Why nothing can be done about a stuck step as asked. */
final class StoppageProblem extends Problem {

    private StoppageProblem(Kind kind, String code) {
        super(kind, code);
    }

    /** It goes on already, or never was. */
    static StoppageProblem over() {
        return new StoppageProblem(Kind.UNKNOWN, "stuck.over");
    }

    /** Only automatic steps and timers can be skipped. */
    static StoppageProblem notSkippable() {
        return new StoppageProblem(Kind.INVALID, "stuck.not-skippable");
    }

    /** What comes behind the step fails too: skipping does not help. */
    static StoppageProblem failsBehind() {
        return new StoppageProblem(Kind.INVALID, "stuck.fails-behind");
    }

    /** Nobody has proposed it. */
    static StoppageProblem notProposed() {
        return new StoppageProblem(Kind.STALE, "stuck.not-proposed");
    }

    /** Who proposed it does not approve it. */
    static StoppageProblem samePerson() {
        return new StoppageProblem(Kind.FORBIDDEN, "stuck.same-person");
    }
}
