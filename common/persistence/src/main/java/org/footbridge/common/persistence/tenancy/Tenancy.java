package org.footbridge.common.persistence.tenancy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * The caller of the transactions that begin on the current duplicated Vert.x context. A request sets it from its token, a
 * consumer from its event, a scanner from the row that it claimed.
 */
public final class Tenancy {
    private static final String KEY = "footbridge.database-caller";

    private Tenancy() {}

    /** From now on, transactions of this context run as the caller. Fails outside of a duplicated context. */
    public static void set(DatabaseCaller caller) {
        ContextLocals.put(KEY, caller);
    }

    /** The caller of this context, {@link DatabaseCaller#NOBODY} where none was set. */
    public static DatabaseCaller current() {
        return VertxContext.isOnDuplicatedContext()
                ? ContextLocals.get(KEY, DatabaseCaller.NOBODY)
                : DatabaseCaller.NOBODY;
    }

    /**
     * Lets the running transaction act inside a tenant too, for what an agency's step changes on the school's side. Only
     * after row-level security has shown the caller a row of that tenant.
     */
    public static Uni<Void> enter(UUID tenant) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select set_config('footbridge.tenant', :tenant, true)")
                        .setParameter("tenant", tenant.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }
}
