package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.lab.AttackLab;
import coderbased.lab.Verdict;
import coderbased.protocol.Wire;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The lab as a self-hoster runs it. */
class AttackLabCommandTest {

    @Test
    void thisServerWithstandsEveryAttack() throws Exception {
        StringWriter out = new StringWriter();
        CommandLine program = ServerMain.program(Map.of()).setOut(new PrintWriter(out));

        int exit = program.execute("attack-lab", "--json");

        AttackLab.Report report = Wire.read(out.toString().strip(), AttackLab.Report.class);
        assertEquals(
                List.of(),
                report.attacks().stream().filter(verdict -> !verdict.refused()).toList());
        assertTrue(report.attacks().size() > 20, "it tries them all");
        assertEquals(
                report.attacks().size(),
                report.attacks().stream().map(Verdict::attack).distinct().count());
        assertEquals(ExitCode.DONE.number(), exit);
    }
}
