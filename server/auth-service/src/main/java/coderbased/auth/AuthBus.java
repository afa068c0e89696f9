package coderbased.auth;

import coderbased.auth.linking.GuestRpc;
import coderbased.auth.session.AuthEvents;

/**
 * The connection between the Auth Services of a server's nodes; each part is a port that the node implements.
 *
 * @param events carries what happened to every node
 * @param calls asks the node that holds a guest
 * @param singleNode true if this node is the whole server
 */
public record AuthBus(AuthEvents events, GuestRpc calls, boolean singleNode) {}
