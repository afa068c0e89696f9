package coderbased.client.net;

import com.ibm.icu.text.SpoofChecker;

/** Check for names whose letters come from several scripts: such a name can look like another one (UTS #39). */
final class MixedScripts {

    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private MixedScripts() {}

    /** True if each label of the name keeps to one script, or to a usual mixture such as Japanese. */
    static boolean areAbsentIn(String name) {
        for (String label : name.split("\\.", -1)) {
            if (CHECKER.failsChecks(label)) {
                return false;
            }
        }
        return true;
    }
}
