package coderbased.auth.session;

import java.util.List;

/**
 * The outcome of an {@link SessionTermination} that a person confirmed with their password.
 *
 * @param ended the sessions that ended by it, phones first
 * @param caller the session of the phone that confirmed, as its row was in that transaction
 */
public record ConfirmedEnding(List<EndedSession> ended, Session caller) {}
