package coderbased.story;

import static coderbased.story.World.await;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.auth.tokens.AuthKeys;
import coderbased.client.PhoneClient;
import coderbased.client.WebClient;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.LinkStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cost of one complete login on the server, in numbers that are the same on every machine. */
class LoginCostTest {

    @TempDir
    Path folder;

    private World world;
    private CommittedWrites commits;
    private CountedSignatures signatures;

    @BeforeEach
    void open() throws Exception {
        world = new World(folder);
        commits = new CommittedWrites(folder.resolve("server").resolve("coderbased.db"));
        signatures = new CountedSignatures(signingKey());
    }

    @AfterEach
    void close() throws Exception {
        signatures.close();
        world.close();
        commits.close();
    }

    @Test
    void aLoginTakesTwoCommitsThreeChecksAndTwoSignatures() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        List<LinkStatus> heard = new CopyOnWriteArrayList<>();
        ada.links().onStatus(heard::add);
        link(ada, heard, "first");

        int committed = commits.count();
        int made = signatures.made();
        int checked = signatures.checked();
        link(ada, heard, "second");

        // The session with the history of its link, and the admission with the line about it.
        assertEquals(2, commits.count() - committed, "commits");
        // One for each of the two calls of the phone, and one for the challenge.
        assertEquals(3, signatures.checked() - checked, "checks");
        // The desktop's first token, and the next one at its admission.
        assertEquals(2, signatures.made() - made, "signatures");
    }

    private void link(PhoneClient phone, List<LinkStatus> heard, String profile) throws Exception {
        WebClient desktop = world.desktop(profile);
        AuthHttp.LinkOffer offer = world.scan(phone, world.code(desktop));
        done(phone.links().approve(offer.linkId()));
        world.authenticated(desktop);
        await(
                () -> heard,
                told -> told.stream()
                        .anyMatch(status ->
                                status.linkId().equals(offer.linkId()) && status.step() == LinkStatus.Step.LINKED));
    }

    private byte[] signingKey() throws Exception {
        String pem = Files.readString(folder.resolve("server").resolve(AuthKeys.SIGNING_KEY_FILE));
        String base64 = pem.substring(pem.indexOf('\n'), pem.indexOf("-----END PRIVATE KEY"));
        return Base64.getMimeDecoder().decode(base64);
    }
}
