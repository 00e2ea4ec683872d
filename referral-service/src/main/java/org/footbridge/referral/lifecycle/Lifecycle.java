package org.footbridge.referral.lifecycle;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A published state machine: which commands a state takes, and where each may lead. A state without commands is final.
 *
 * @param <S> the states
 * @param <C> the commands
 */
public final class Lifecycle<S extends Enum<S>, C extends Enum<C>> {
    private final Map<S, Map<C, Set<S>>> table;
    private final Class<C> commands;
    private final Predicate<C> offered;

    private Lifecycle(Map<S, Map<C, Set<S>>> table, Class<C> commands, Predicate<C> offered) {
        this.table = table;
        this.commands = commands;
        this.offered = offered;
    }

    /**
     * Begins a table.
     *
     * @param offered which commands somebody can give; the others are consequences and are never named to a caller
     */
    public static <S extends Enum<S>, C extends Enum<C>> Builder<S, C> of(
            Class<S> states, Class<C> commands, Predicate<C> offered) {
        return new Builder<>(states, commands, offered);
    }

    /** The commands that a state takes, in the order of their enum. */
    public Set<C> allowed(S state) {
        Map<C, Set<S>> row = table.getOrDefault(state, Map.of());
        return row.isEmpty() ? EnumSet.noneOf(commands) : EnumSet.copyOf(row.keySet());
    }

    /** Where a command may lead from a state; empty where the state does not take it. */
    public Set<S> targets(S state, C command) {
        return table.getOrDefault(state, Map.of()).getOrDefault(command, Set.of());
    }

    /**
     * Checks one step.
     *
     * @return {@code to}
     * @throws org.footbridge.common.web.problem.Problem 409 with the commands that are allowed, where the step is none
     */
    public S step(S from, C command, S to) {
        if (!targets(from, command).contains(to)) {
            throw wrongState(from, command);
        }
        return to;
    }

    /** The only target of a command in this state; 409 where the state does not take it. */
    public S step(S from, C command) {
        Set<S> targets = targets(from, command);
        if (targets.size() != 1) {
            throw wrongState(from, command);
        }
        return targets.iterator().next();
    }

    /** Checks that the state takes the command at all, before anything else is looked at. */
    public void require(S state, C command) {
        if (targets(state, command).isEmpty()) {
            throw wrongState(state, command);
        }
    }

    private RuntimeException wrongState(S state, C command) {
        return wrongState(state, command, allowed(state));
    }

    /** 409 for a command that the state takes, but that something else about the resource forbids. */
    public RuntimeException wrongState(S state, C command, Set<C> possible) {
        List<String> allowed =
                possible.stream().filter(offered).map(CommandNames::of).toList();
        return LifecycleProblem.WRONG_STATE
                .of("'" + CommandNames.of(command) + "' is not possible in state " + state.name() + ".")
                .with("state", state.name())
                .with("allowed", allowed);
    }

    /** Collects the table. */
    public static final class Builder<S extends Enum<S>, C extends Enum<C>> {
        private final Map<S, Map<C, Set<S>>> table;
        private final Class<S> states;
        private final Class<C> commands;
        private final Predicate<C> offered;

        private Builder(Class<S> states, Class<C> commands, Predicate<C> offered) {
            this.table = new EnumMap<>(states);
            this.states = states;
            this.commands = commands;
            this.offered = offered;
        }

        /** The command leads from the state to one of the targets. */
        @SafeVarargs
        public final Builder<S, C> allow(S from, C command, S... targets) {
            EnumSet<S> set = EnumSet.noneOf(states);
            set.addAll(Arrays.asList(targets));
            table.computeIfAbsent(from, state -> new EnumMap<>(commands)).put(command, set);
            return this;
        }

        /** The command leads from each of the states to the one target. */
        public Builder<S, C> allowFrom(Set<S> from, C command, S target) {
            from.forEach(state -> allow(state, command, target));
            return this;
        }

        /** The command leaves each of the states as it is. */
        public Builder<S, C> allowWithin(Set<S> states, C command) {
            states.forEach(state -> allow(state, command, state));
            return this;
        }

        public Lifecycle<S, C> build() {
            return new Lifecycle<>(table, commands, offered);
        }
    }
}
