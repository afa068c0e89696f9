package coderbased.lab;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.Protocol;
import coderbased.protocol.QrText;
import coderbased.protocol.Secret;
import java.util.Optional;

/** A desktop that shows a code. */
final class WaitingDesktop implements AutoCloseable {

    private final TargetServer ground;
    private final Keys keys;
    private final RawSocket<GuestServerMessage> plug;
    private final GuestServerMessage.ShowCode shown;

    /** Connects, and waits until the server gives it a code. */
    WaitingDesktop(TargetServer ground) throws Exception {
        this.ground = ground;
        this.keys = Keys.make(ground.random());
        this.plug = ground.guestSocket();
        plug.say(new GuestClientMessage.Hello(Protocol.VERSION, TargetServer.DEVICE, keys.publicHalf()));
        this.shown = plug.next(GuestServerMessage.ShowCode.class).orElseThrow();
    }

    /** The Guest Token in its code. */
    String code(LabDevice phone) {
        return ((QrText.Ours) QrText.read(shown.qrText().value(), phone.in().serverId()))
                .token()
                .text();
    }

    RawSocket<GuestServerMessage> plug() {
        return plug;
    }

    void type(String number) {
        plug.say(new GuestClientMessage.EnterNumber(new Secret(number)));
    }

    /** Returns the reason why its link failed; empty if it did not. */
    Optional<GuestServerMessage.Ended> end() throws Exception {
        return plug.next(GuestServerMessage.Ended.class);
    }

    /** Its own token, as soon as it comes. */
    Optional<LabDevice> letIn() throws Exception {
        return plug.next(GuestServerMessage.WebAuthToken.class)
                .map(web -> new LabDevice(
                        ground,
                        keys,
                        new AuthHttp.SignedIn(web.webAuthToken(), web.sessionId(), web.profile(), web.serverId())));
    }

    /** Linked by that phone in the honest way. */
    LabDevice linkedBy(LabDevice phone) throws Exception {
        return linkedBy(phone, AuthHttp.Approval.PLAIN);
    }

    /** The same, with what the phone grants. */
    LabDevice linkedBy(LabDevice phone, AuthHttp.Approval approval) throws Exception {
        AuthHttp.LinkOffer offer = phone.scan(code(phone)).orElseThrow();
        if (offer.checkNumber() != null) {
            type(offer.checkNumber().value());
        }
        phone.approve(offer, approval);
        return letIn().orElseThrow();
    }

    @Override
    public void close() {
        plug.close();
    }
}
