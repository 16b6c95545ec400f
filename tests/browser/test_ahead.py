"""What is fetched before it is asked for: in which order, how much, and when not."""

import pytest


@pytest.fixture
def run(browser, site):
    """A function that evaluates JavaScript in a page of its own, whose network is ``answers``."""
    page = browser.new_page()
    page.goto(f"{site}/health")

    def call(answers, script):
        return page.evaluate(f"async () => {{ {COMMON} const answers = {answers}; {script} }}")

    yield call
    page.close()


COMMON = """
  const m = await import('/assets/mirador/ahead.mjs');
  const { bundle } = await import('/assets/mirador/bundles.mjs');
  const asked = [];
  const what = (address) => address.split('/').at(-1).split('.').slice(0, 2).join('.');
  window.fetch = async (address, options = {}) => {
    asked.push(what(address));
    return answers(what(address), options);
  };
  const content = (more = {}, size = 10) => new Response(
    JSON.stringify({snapshot: 's', parts: 1, cells: {}, common: {}, ...more}),
    {headers: {'Content-Length': String(size)}});
  const indicators = Object.fromEntries(Array.from({length: 30}, (_, i) => [
    `i${String(i).padStart(2, '0')}`, {axis: i < 20 ? 0 : 1, groups: []}]));
  const catalogue = {snapshot: 's', version: 'v', defaults: {ambito: 'a'}, indicators};
  const view = (indicador, capas = []) => ({indicador, capas, ambito: 'a'});
  const bundles = () => asked.filter((name) => !name.startsWith('puntos'));
"""


def test_the_view_comes_first_then_what_stands_beside_it_then_its_axis(run):
    asked = run(
        "() => content()",
        "m.prepare(view('i05', ['demanda']), catalogue); await m.ready(); return bundles();",
    )
    assert asked[:5] == ["i05.0", "demanda.0", "i06.0", "i07.0", "i04.0"]
    axis = {f"i{i:02}.0" for i in range(20)}
    assert set(asked[5:-2]) == axis - set(asked[:5])
    assert asked[-2:] == ["personas.0", "unidades.0"]
    assert len(set(asked)) == len(asked)


def test_units_that_come_as_points_are_not_fetched_as_circles(run):
    asked = run(
        "() => content({unitsArePoints: true})",
        "m.prepare(view('i05', ['unidades', 'demanda']), catalogue); await m.ready();"
        " return bundles();",
    )
    assert asked[:2] == ["i05.0", "demanda.0"]
    assert "unidades.0" not in asked


def test_all_parts_of_the_view_come_whatever_they_weigh(run):
    asked = run(
        "(name) => content({parts: name.startsWith('i05') ? 3 : 1}, 1e9)",
        "m.prepare(view('i05'), catalogue); await m.ready(); return bundles();",
    )
    assert asked == ["i05.0", "i05.1", "i05.2", "i06.0"], "and one neighbour fills the purse"


def test_neighbours_stop_where_the_bytes_do_and_another_choice_has_its_own(run):
    first, second = run(
        "() => content({}, m.MOST_BYTES / 3)",
        """m.prepare(view('i05'), catalogue); await m.ready();
        const first = bundles().length; asked.length = 0;
        m.prepare(view('i15'), catalogue); await m.ready();
        return [first, bundles().length];""",
    )
    assert (first, second) == (4, 4)


def test_another_view_cancels_what_is_under_way(run):
    cancelled, first_kept, asked = run(
        """(name, {signal}) => {
          if (name !== 'i05.0') return content();
          return new Promise((_, refuse) => signal.addEventListener('abort', () => {
            asked.push('cancelled');
            refuse(new DOMException('', 'AbortError'));
          }));
        }""",
        """m.prepare(view('i05'), catalogue);
        while (!asked.length) await new Promise((done) => setTimeout(done, 10));
        m.prepare(view('i25'), catalogue); await m.ready();
        return [asked.includes('cancelled'), asked[0], bundles().slice(2)];""",
    )
    assert cancelled
    assert first_kept == "i05.0"
    assert asked[0] == "i25.0"
    assert "i05.0" not in asked


def test_what_the_new_view_needs_is_not_cancelled(run):
    asked = run(
        """async (name, {signal}) => { await new Promise((done) => setTimeout(done, 100));
          if (signal?.aborted) asked.push('cancelled'); return content(); }""",
        """m.prepare(view('i05'), catalogue);
        while (asked.length < 2) await new Promise((done) => setTimeout(done, 10));
        m.prepare(view('i06'), catalogue); await m.ready(); return bundles();""",
    )
    assert asked[:2] == ["i05.0", "i06.0"]
    assert "cancelled" not in asked
    assert asked.count("i06.0") == 1


def test_a_busy_server_is_asked_again_and_not_for_ever(run):
    asked = run(
        "(name) => new Response('', {status: 202, headers: {'Retry-After': '0.001'}})",
        "m.prepare(view('i05'), catalogue); await m.ready(); return bundles();",
    )
    assert 1 < len(asked) < 50
    assert set(asked) == {"i05.0"}


@pytest.mark.parametrize(
    "answer",
    [
        "new Response('', {status: 404})",
        "new Response('', {status: 500})",
        "content({snapshot: 'other'})",
        "new Response('no JSON')",
        "(() => { throw new TypeError('no connection'); })()",
    ],
    ids=["gone", "trouble", "another snapshot", "no JSON", "no connection"],
)
def test_what_fails_is_asked_once_and_not_kept(run, answer):
    asked, kept = run(
        f"(name) => name === 'i05.0' ? {answer} : content()",
        """m.prepare(view('i05'), catalogue); await m.ready();
        m.prepare({...view('i05'), periodo: '2020'}, catalogue); await m.ready();
        const here = (name) => Boolean(bundle(`/conjuntos/s/a/${name}.v.json`));
        return [bundles(), ['i05.0', 'i06.0'].map(here)];""",
    )
    assert asked.count("i05.0") == 1
    assert kept == [False, True]


def test_an_indicator_that_is_pointed_at_goes_before_the_others(run):
    asked = run(
        "async () => { await new Promise((done) => setTimeout(done, 30)); return content(); }",
        """m.prepare(view('i05'), catalogue);
        while (asked.length < 2) await new Promise((done) => setTimeout(done, 5));
        m.hinted('i29'); m.hinted('unheard of'); m.hinted(undefined);
        await m.ready(); return bundles();""",
    )
    assert asked.index("i29.0") == 2


@pytest.mark.parametrize("connection", ["{saveData: true}", "{effectiveType: '2g'}"])
def test_nothing_is_fetched_ahead_on_a_line_to_be_spared(run, connection):
    asked = run(
        "() => content()",
        f"""Object.defineProperty(navigator, 'connection', {{value: {connection}}});
        m.prepare(view('i05'), catalogue); m.hinted('i06'); await m.prefetch(['/x/y.0'], 's');
        await m.ready(); return asked;""",
    )
    assert asked == []


def test_a_hidden_page_fetches_nothing_until_it_is_looked_at(run):
    before, after = run(
        "() => content()",
        """let hidden = true;
        Object.defineProperty(document, 'hidden', {get: () => hidden, configurable: true});
        m.prepare(view('i05'), catalogue);
        await new Promise((done) => setTimeout(done, 400));
        const before = asked.length; hidden = false;
        document.dispatchEvent(new Event('visibilitychange')); await m.ready();
        return [before, asked.length];""",
    )
    assert before == 0
    assert after > 0
