package coderbased.auth.tokens;

import coderbased.http.RequestTarget;
import coderbased.protocol.Secret;

/**
 * With what somebody makes an HTTP call in a session's name.
 *
 * @param token the Auth Token or Web Auth Token
 * @param proof that the caller holds the session's key, for this call alone; empty where there came none
 */
public record DpopCredentials(Secret token, Secret proof, RequestTarget asked) {}
