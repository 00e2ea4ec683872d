package org.footbridge.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoxTest {

    @Test
    void shouldNameEveryCellThatItTouches() {
        assertThat(new Box(45.1, 45.3, -100.1, -99.9).cells(false)).hasValue("777919,777920,779359,779360,-1");
    }

    @Test
    void shouldHoldWhatIsReachedFromAfar() {
        assertThat(new Box(45.1, 45.2, -99.9, -99.8).cells(true)).hasValue("777920,-1,-2");
    }

    @Test
    void shouldEndAtTheEdgesOfTheMap() {
        assertThat(new Box(-91, -89.9, -181, -179.9).cells(false)).hasValue("0,-1");
    }

    @Test
    void shouldNameNoneWhereThereAreTooMany() {
        assertThat(new Box(39, 45, -105, -98).cells(true)).isEmpty();
    }
}
