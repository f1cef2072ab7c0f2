"""Properties of imputation: recht.md R6.1, R6.2. Money is conserved."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from wiktool.recht.toerekening import Schuld, reken_toe, verdeel_naar_rato

geld = st.decimals(min_value=0, max_value=5000, places=2, allow_nan=False, allow_infinity=False)
datums = st.sampled_from([date(2026, 1, 1), date(2026, 1, 2), None])


@st.composite
def schuldenlijsten(draw: st.DrawFn) -> list[Schuld]:
    aantal = draw(st.integers(min_value=0, max_value=5))
    return [
        Schuld(
            kenmerk=str(nummer),
            hoofdsom=draw(geld),
            rente=draw(geld),
            kosten=draw(geld),
            opeisbaar=draw(st.booleans()),
            rentepercentage=draw(st.sampled_from([Decimal(0), Decimal(4), Decimal("10.4")])),
            ontstaan=draw(datums),
        )
        for nummer in range(aantal)
    ]


@given(geld, schuldenlijsten(), st.data())
def test_paid_is_costs_interest_principal_and_remainder(
    bedrag: Decimal, schulden: list[Schuld], data: st.DataObject
) -> None:
    aangewezen = data.draw(st.sampled_from(["", *(s.kenmerk for s in schulden)]))
    uitkomst = reken_toe(bedrag, schulden, aangewezen=aangewezen)
    per_kenmerk = {schuld.kenmerk: schuld for schuld in schulden}
    som = sum((d.kosten + d.rente + d.hoofdsom for d in uitkomst.delen), Decimal(0))
    assert som + uitkomst.rest == bedrag
    assert uitkomst.rest >= 0
    assert len({deel.kenmerk for deel in uitkomst.delen}) == len(uitkomst.delen)
    for deel in uitkomst.delen:
        schuld = per_kenmerk[deel.kenmerk]
        assert 0 <= deel.kosten <= schuld.kosten
        assert 0 <= deel.rente <= schuld.rente
        assert 0 <= deel.hoofdsom <= schuld.hoofdsom
        # 6:44: nothing on interest while costs are open, nothing on principal while interest is
        assert not deel.rente or deel.kosten == schuld.kosten
        assert not deel.hoofdsom or deel.rente == schuld.rente
    alles_betaald = som == sum((schuld.totaal for schuld in schulden), Decimal(0))
    assert alles_betaald or uitkomst.rest == 0


@given(geld, schuldenlijsten(), st.data())
def test_who_ranks_lower_waits(
    bedrag: Decimal, schulden: list[Schuld], data: st.DataObject
) -> None:
    aangewezen = data.draw(st.sampled_from(["", *(s.kenmerk for s in schulden)]))
    uitkomst = reken_toe(bedrag, schulden, aangewezen=aangewezen)
    gekregen = {deel.kenmerk: deel.totaal for deel in uitkomst.delen}

    def rang(schuld: Schuld) -> tuple[bool, bool, Decimal, date]:
        return (
            schuld.kenmerk != aangewezen,
            not schuld.opeisbaar,
            -schuld.rentepercentage,
            schuld.ontstaan or date.max,
        )

    for schuld in schulden:
        for ander in schulden:
            if rang(ander) < rang(schuld) and gekregen.get(schuld.kenmerk):
                assert gekregen.get(ander.kenmerk, Decimal(0)) == ander.totaal


@given(geld, st.lists(geld, max_size=6))
def test_shares_add_up_and_stay_near_their_proportion(
    bedrag: Decimal, gewichten: list[Decimal]
) -> None:
    delen = verdeel_naar_rato(bedrag, gewichten)
    som = sum(gewichten, Decimal(0))
    assert sum(delen, Decimal(0)) == (bedrag if som else 0)
    for deel, gewicht in zip(delen, gewichten, strict=True):
        assert deel >= 0
        if som:
            assert abs(deel - bedrag * gewicht / som) <= Decimal("0.01")
