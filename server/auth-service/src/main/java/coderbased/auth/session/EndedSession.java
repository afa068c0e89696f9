package coderbased.auth.session;

import coderbased.protocol.Logout;

/** One session that an {@link SessionTermination} reached, and what it is told. */
public record EndedSession(Session session, Logout logout) {}
