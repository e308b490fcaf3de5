package dev.noroshi.plan;

import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.plan.StepHolders.Holding;
import dev.noroshi.workflow.ElementState;
import dev.noroshi.workflow.Whereabouts;
import dev.noroshi.workflow.Whereabouts.Course;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where cases stand in the plan. */
@Service
@Transactional(readOnly = true)
public class Standings {

    private final Whereabouts whereabouts;
    private final EditionStore editions;
    private final StepHolders holders;
    private final PlanWords words;
    private final CaseAccess access;
    private final Clock clock;

    Standings(
            Whereabouts whereabouts,
            EditionStore editions,
            StepHolders holders,
            PlanWords words,
            CaseAccess access,
            Clock clock) {
        this.whereabouts = whereabouts;
        this.editions = editions;
        this.holders = holders;
        this.words = words;
        this.access = access;
        this.clock = clock;
    }

    /** Where a case stands, for whoever may look inside it. */
    public Standing of(String incident) {
        List<Course> courses = courses(incident);
        return courses.isEmpty() ? new Standing(null, null, List.of()) : at(incident, courses.get(courses.size() - 1));
    }

    /** The ways of a case through the plan, oldest first: more than one when it was reopened. */
    public List<Course> courses(String incident) {
        access.requireInside(Actors.current(), incident);
        return whereabouts.courses(incident);
    }

    /**
     * Where a case stood at the end of one of its courses, or stands.
     *
     * @param course counted from 1
     * @throws UnknownPart when it has no such course
     */
    public Standing of(String incident, int course) {
        List<Course> courses = courses(incident);
        if (course < 1 || course > courses.size()) {
            throw new UnknownPart(incident + "/" + course);
        }
        Standing standing = at(incident, courses.get(course - 1));
        return course == courses.size() ? standing : standing.over();
    }

    private Standing at(String incident, Course course) {
        Map<String, Holding> holdings = holders.holdings(incident);
        Instant now = clock.instant();
        List<Place> places = whereabouts.of(incident, course).stream()
                .map(it -> place(it, holdings, now))
                .toList();
        return new Standing(
                course.edition(),
                editions.deployedAs(course.edition()).map(PlanEdition::number).orElse(null),
                places);
    }

    private Place place(ElementState at, Map<String, Holding> holdings, Instant now) {
        @Nullable Holding holding = at.stands() && at.step() != null ? holdings.get(at.step()) : null;
        boolean overdue =
                holding != null && holding.due() != null && holding.due().isBefore(now);
        return new Place(at, words.of(at.element(), at.name()), holding, overdue);
    }
}
