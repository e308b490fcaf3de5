package dev.noroshi.roster.web;

import dev.noroshi.roster.Post;
import dev.noroshi.roster.PostEntry;
import dev.noroshi.roster.Posts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people are called and where they belong, with the days, over REST; for administrators. */
@RestController
@RequestMapping("/api/v1/roster/people/{person}/posts")
class PostApi {

    /** @param lastDay null for yesterday */
    record PostEnd(@Nullable LocalDate lastDay) {}

    private final Posts posts;

    PostApi(Posts posts) {
        this.posts = posts;
    }

    /** All there were, are and will be. */
    @GetMapping
    List<Post> posts(@PathVariable long person) {
        return posts.of(person);
    }

    /** The post that stands on the first day ends on the day before; one of the same first day is corrected. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Post enter(@PathVariable long person, @RequestBody PostEntry entry) {
        return posts.enter(person, entry);
    }

    @PostMapping("/{post}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long person, @PathVariable long post, @RequestBody(required = false) @Nullable PostEnd end) {
        posts.end(person, post, end == null ? null : end.lastDay());
    }
}
