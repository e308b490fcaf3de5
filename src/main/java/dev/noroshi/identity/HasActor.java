package dev.noroshi.identity;

/** A signed-in principal that knows the actor behind it, with the roles held at this moment. */
interface HasActor {
    Actor actor();
}
