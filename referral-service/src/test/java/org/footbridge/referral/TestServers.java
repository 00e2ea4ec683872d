package org.footbridge.referral;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.footbridge.common.testsupport.ServiceTestResource;

/** The real servers of every {@code @QuarkusTest} of this module; every answer is measured against the API document. */
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "referral"),
            @ResourceArg(name = "openapi", value = "validate")
        })
final class TestServers {
    private TestServers() {}
}
