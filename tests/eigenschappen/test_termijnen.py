"""Properties of terms and default: recht.md 4.3, 4.6, 5."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from wiktool.kern.dossier import Bezorgwijze, Hoedanigheid, Vordering
from wiktool.recht.kalender import geen_laatste_dag, geen_postdag
from wiktool.recht.termijnen import bereken_termijn
from wiktool.recht.verzuim import bepaal_verzuim

dagen = st.dates(min_value=date(2012, 7, 1), max_value=date(2028, 11, 1))


@given(dagen, st.sampled_from(Bezorgwijze), st.integers(min_value=1, max_value=30))
def test_the_debtor_always_has_the_full_term(
    verzonden: date, bezorging: Bezorgwijze, lengte: int
) -> None:
    termijn = bereken_termijn(verzonden=verzonden, bezorging=bezorging, dagen=lengte)
    assert termijn.bezorgd >= verzonden
    assert (termijn.laatste_dag - termijn.bezorgd).days >= lengte
    assert termijn.eerste_dag - termijn.bezorgd == timedelta(days=1)
    assert termijn.kosten_vanaf - termijn.laatste_dag == timedelta(days=1)
    assert geen_laatste_dag(termijn.laatste_dag) is None
    verlengd = termijn.laatste_dag > termijn.laatste_dag_zonder_verlenging
    assert verlengd is (termijn.verlengd_wegens is not None)


@given(dagen)
def test_post_arrives_on_a_postal_day_with_another_before_it(verzonden: date) -> None:
    termijn = bereken_termijn(verzonden=verzonden)
    assert geen_postdag(termijn.bezorgd) is None
    tussen = (termijn.bezorgd - verzonden).days
    postdagen = sum(
        geen_postdag(verzonden + timedelta(days=n)) is None for n in range(1, tussen + 1)
    )
    assert postdagen == (3 if verzonden >= date(2027, 7, 1) else 2)


@given(dagen, dagen, st.sampled_from(Bezorgwijze))
def test_sending_later_never_ends_earlier(een: date, ander: date, bezorging: Bezorgwijze) -> None:
    eerder, later = sorted((een, ander))
    assert (
        bereken_termijn(verzonden=eerder, bezorging=bezorging).laatste_dag
        <= bereken_termijn(verzonden=later, bezorging=bezorging).laatste_dag
    )


@given(
    dagen,
    st.integers(min_value=0, max_value=120),
    st.sampled_from([True, False, None]),
    st.sampled_from(Hoedanigheid),
    st.booleans(),
)
def test_default_never_begins_before_the_law_allows(
    factuur: date, lengte: int, fataal: bool | None, hoedanigheid: Hoedanigheid, groot: bool
) -> None:
    vervaldatum = factuur + timedelta(days=lengte)
    verzuim = bepaal_verzuim(
        Vordering(
            factuurnummer="1",
            bedrag=Decimal(100),
            factuurdatum=factuur,
            ontvangstdatum=factuur,
            vervaldatum=vervaldatum,
            fatale_termijn=fataal,
        ),
        hoedanigheid=hoedanigheid,
        grote_schuldenaar=groot,
    )
    if verzuim.datum is None:
        assert hoedanigheid.is_consument
        assert verzuim.vraag
        return
    vroegst = min(vervaldatum, factuur + timedelta(days=30))
    assert verzuim.datum > vroegst
    if hoedanigheid.is_consument:
        assert verzuim.datum == vervaldatum + timedelta(days=1)
    else:
        assert verzuim.datum <= max(vervaldatum, factuur + timedelta(days=30)) + timedelta(days=1)
    assert verzuim.ingetreden_op(verzuim.datum)
    assert not verzuim.ingetreden_op(verzuim.datum - timedelta(days=1))
