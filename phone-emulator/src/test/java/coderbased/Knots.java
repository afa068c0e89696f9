package coderbased;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The knots of a graph: the strongly connected components, found with Tarjan's algorithm. For one graph. */
final class Knots {

    private final Map<String, Set<String>> uses;
    private final Map<String, Integer> number = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Set<String>> found = new ArrayList<>();

    private Knots(Map<String, Set<String>> uses) {
        this.uses = uses;
    }

    /** Returns the components with more members than that. */
    static List<Set<String>> of(Map<String, Set<String>> uses, int most) {
        Knots knots = new Knots(uses);
        for (String name : uses.keySet()) {
            if (!knots.number.containsKey(name)) {
                knots.visit(name);
            }
        }
        return knots.found.stream().filter(knot -> knot.size() > most).toList();
    }

    private void visit(String name) {
        number.put(name, number.size());
        lowest.put(name, number.get(name));
        open.push(name);
        for (String next : uses.getOrDefault(name, Set.of())) {
            if (!number.containsKey(next)) {
                visit(next);
                lowest.merge(name, lowest.get(next), Math::min);
            } else if (open.contains(next)) {
                lowest.merge(name, number.get(next), Math::min);
            }
        }
        if (lowest.get(name).equals(number.get(name))) {
            Set<String> knot = new TreeSet<>();
            while (!knot.contains(name)) {
                knot.add(open.pop());
            }
            found.add(knot);
        }
    }
}
