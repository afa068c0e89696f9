package coderbased.auth.linking;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Problem;

/** Answers of the node that holds the guest. Plain values: they may cross a network. */
public sealed interface GuestResponse {

    /** The code is claimed: the person may look at what asks. */
    record Offered(AuthHttp.LinkOffer offer) implements GuestResponse {}

    /** The link stands there. */
    record Standing(LinkStatus status) implements GuestResponse {}

    /** No. */
    record Refused(Problem problem) implements GuestResponse {}

    /** No such guest or link here, or no such node. */
    record NotHere() implements GuestResponse {}
}
