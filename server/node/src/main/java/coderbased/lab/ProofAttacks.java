package coderbased.lab;

import coderbased.lab.Attack.Sight;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Dpop;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attacks on the proof that a call comes from its device, and on the moment in which a device is cut off. */
final class ProofAttacks {

    private static final int OK = 200;
    private static final int FIRST_FAILURE = 300;

    private ProofAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "recorded call",
                        "a signed call is sent again, unchanged and in other spellings",
                        ProofAttacks::again),
                new Attack("bent proof", "proofs with an invalid spelling are sent", ProofAttacks::bent),
                new Attack(
                        "proof for another server",
                        "a proof for another host name or port is sent",
                        ProofAttacks::elsewhere),
                new Attack("frozen desktop", "a desktop continues after its phone froze it", ProofAttacks::frozen));
    }

    private static Sight again(TargetServer ground) throws Exception {
        LabDevice phone = LabDevice.signUp(ground);
        String[] call = headers(ground, phone);
        if (ground.statusWith(AuthHttp.DEVICES, call) != OK) {
            return new Sight(false, "not tried: even the first call was refused");
        }
        Map<String, String[]> spellings = new LinkedHashMap<>();
        spellings.put("as it was", call);
        spellings.put("with padding", with(call, call[3] + "="));
        spellings.put("beside a new one", joined(headers(ground, phone), call));
        return taken(ground, spellings);
    }

    private static Sight bent(TargetServer ground) throws Exception {
        LabDevice phone = LabDevice.signUp(ground);
        Map<String, String[]> spellings = new LinkedHashMap<>();
        for (String added : List.of("=", "==", "A", ".", ",x", ".x")) {
            String[] call = headers(ground, phone);
            spellings.put("followed by " + added, with(call, call[3] + added));
        }
        String[] shorter = headers(ground, phone);
        spellings.put("with a shorter signature", with(shorter, shorter[3].substring(0, shorter[3].length() - 2)));
        spellings.put("two proofs", joined(headers(ground, phone), headers(ground, phone)));
        return taken(ground, spellings);
    }

    private static Sight elsewhere(TargetServer ground) throws Exception {
        LabDevice phone = LabDevice.signUp(ground);
        Map<String, String[]> proofs = new LinkedHashMap<>();
        for (String server :
                List.of("https://evil.example", "http://localhost", "http://127.0.0.1:9", "http://[::1]:9")) {
            proofs.put(server, ground.headersFor(URI.create(server + AuthHttp.DEVICES), phone, "GET"));
        }
        return taken(ground, proofs);
    }

    private static Sight frozen(TargetServer ground) throws Exception {
        LabDevice phone = LabDevice.signUp(ground);
        try (WaitingDesktop desktop = new WaitingDesktop(ground)) {
            LabDevice web = desktop.linkedBy(phone);
            LabDevice.Connection open = web.connect();
            String freeze = AuthHttp.FREEZE.replace("{id}", web.in().sessionId());
            if (!open.isIn()) {
                return new Sight(false, "not tried: the desktop was not admitted: " + open.reason());
            }
            int frozen = phone.call("PUT", freeze, null).statusCode();
            if (frozen >= FIRST_FAILURE) {
                return new Sight(false, "not tried: the desktop could not be frozen: " + frozen);
            }
            boolean in = web.connect().isIn() || open.plug().close(1).isEmpty();
            boolean thawed = phone.call("DELETE", freeze, null).statusCode() < FIRST_FAILURE
                    && web.connect().isIn();
            return Sight.of(
                    !in && thawed,
                    "closed at once, and admitted again after the thaw",
                    in ? "still connected" : "not admitted after the thaw");
        }
    }

    private static Sight taken(TargetServer ground, Map<String, String[]> spellings) throws Exception {
        List<String> taken = new ArrayList<>();
        for (Map.Entry<String, String[]> spelling : spellings.entrySet()) {
            if (ground.statusWith(AuthHttp.DEVICES, spelling.getValue()) == OK) {
                taken.add(spelling.getKey());
            }
        }
        return Sight.of(taken.isEmpty(), "none is accepted", "accepted: " + String.join(", ", taken));
    }

    private static String[] headers(TargetServer ground, LabDevice by) throws Exception {
        return ground.headers(by, "GET", AuthHttp.DEVICES);
    }

    private static String[] with(String[] call, String proof) {
        return new String[] {call[0], call[1], Dpop.HEADER, proof};
    }

    private static String[] joined(String[] call, String[] other) {
        return new String[] {call[0], call[1], call[2], call[3], other[2], other[3]};
    }
}
