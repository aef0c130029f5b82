(() => {
  'use strict';
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  root.classList.add('js');

  // A page opened as a file may be refused its storage; it works without.
  const load = (key) => {
    try {
      return localStorage.getItem('touchstone.' + key);
    } catch (refused) {
      return null;
    }
  };
  const save = (key, value) => {
    try {
      localStorage.setItem('touchstone.' + key, value);
    } catch (refused) {
      // The choice holds for this page only.
    }
  };

  // Theme: the radio buttons work alone; the script only remembers them.
  const theme = document.getElementById('theme-' + load('theme'));
  if (theme) theme.checked = true;
  for (const radio of all('[name=theme]')) {
    radio.addEventListener('change', () => save('theme', radio.value));
  }

  // Sorting: a header cell becomes a button; data-v on a cell is its sort key.
  const order = (a, b) =>
    a === '' || b === '' || isNaN(a) || isNaN(b)
      ? a.localeCompare(b, 'en', { numeric: true })
      : a - b;
  const sort = (table, header) => {
    const sorted = header.getAttribute('aria-sort');
    const down = sorted ? sorted === 'ascending' : header.classList.contains('num');
    all('th[aria-sort]', table).forEach((other) => other.removeAttribute('aria-sort'));
    header.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const key = (row) => {
      const cell = row.cells[header.cellIndex];
      return cell.dataset.v ?? cell.textContent.trim();
    };
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, key: key(row) }));
    rows.sort((a, b) => (down ? order(b.key, a.key) : order(a.key, b.key)));
    body.append(...rows.map(({ row }) => row));
  };
  for (const table of all('table[data-sortable]')) {
    for (const header of all('thead th', table)) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener('click', () => sort(table, header));
    }
  }

  // Filtering: data-filter selects the rows, data-count names the line that says how many match.
  for (const input of all('input[data-filter]')) {
    const count = document.getElementById(input.dataset.count);
    const unfiltered = count.textContent;
    const rows = all(input.dataset.filter).map((row) => ({ row, text: row.textContent.toLowerCase() }));
    const filter = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, text } of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown++;
      }
      count.textContent = words.length ? `${shown} of ${rows.length} rows match` : unfiltered;
    };
    input.addEventListener('input', filter);
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        input.value = '';
        filter();
        input.blur();
      }
    });
  }

  // Keys. Single keys can be switched off (WCAG 2.1.4).
  const help = document.getElementById('help');
  const keysOn = document.getElementById('keys-on');
  keysOn.checked = load('keys') !== 'off';
  keysOn.addEventListener('change', () => save('keys', keysOn.checked ? 'on' : 'off'));
  all('[data-help]').forEach((button) => button.addEventListener('click', () => help.showModal()));

  const visible = (element) => element.offsetParent !== null;
  let at = -1;
  const step = (by) => {
    const steps = all('[data-step]').filter(visible);
    if (!steps.length) return;
    const here = document.activeElement?.closest('[data-step]');
    if (here) at = steps.indexOf(here);
    at = Math.max(0, Math.min(steps.length - 1, at + by));
    steps[at].focus({ preventScroll: true });
    steps[at].scrollIntoView({ block: 'start' });
  };
  const follow = (link) => link && link.click();
  const does = {
    j: () => step(1),
    k: () => step(-1),
    t: () => follow(document.activeElement?.closest('[data-step]')?.querySelector('a[data-jump]')),
    u: () => follow(document.querySelector('a[rel=up]')),
    '/': () => all('input[data-filter]').find(visible)?.focus(),
    '?': () => help.showModal(),
  };
  document.addEventListener('keydown', (event) => {
    const typing =
      /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) &&
      !['radio', 'checkbox'].includes(event.target.type);
    if (typing || help.open || document.querySelector('dialog[open]') || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!does[event.key] || (!keysOn.checked && event.key !== '?')) return;
    does[event.key]();
    event.preventDefault();
  });

  // Decisions: a page that is a file cannot save them. They are collected here, kept in this browser
  // where it allows that, and given to "touchstone review" as a file or as commands.
  const panel = document.getElementById('decisions');
  const field = (name) => document.getElementById('decisions-' + name);
  const decisionsKey = 'decisions.' + location.pathname;
  const stored = () => {
    try {
      return JSON.parse(load(decisionsKey) || '{}');
    } catch (damaged) {
      return {};
    }
  };
  const decisions = panel ? stored() : {};
  const cards = all('[data-finding]');
  const showDecisions = () => {
    let count = 0;
    for (const card of cards) {
      const made = decisions[card.dataset.finding];
      if (made) count++;
      for (const button of all('[data-decide]', card)) {
        button.setAttribute('aria-pressed', String(made?.status === button.dataset.decide));
      }
      const remark = card.querySelector('[data-remark]');
      remark.setAttribute('aria-pressed', String(Boolean(made?.comment)));
      card.classList.toggle('decided', Boolean(made));
    }
    panel.hidden = count === 0;
    field('n').textContent = count === 1 ? '1 decision' : `${count} decisions`;
    save(decisionsKey, JSON.stringify(decisions));
  };
  const decide = (card, change) => {
    const id = card.dataset.finding;
    const made = { status: '', comment: '', ...decisions[id], ...change };
    if (made.status || made.comment) decisions[id] = { ...made, document: card.dataset.source };
    else delete decisions[id];
    showDecisions();
  };
  const rows = () =>
    Object.entries(decisions).map(([finding, made]) => ({ ...made, finding, by: field('by').value.trim() }));
  const csv = () => {
    const columns = ['document', 'finding', 'status', 'comment', 'by'];
    const cell = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    const lines = rows().map((row) => columns.map((column) => cell(row[column] ?? '')).join(','));
    return [columns.join(','), ...lines].join('\r\n') + '\r\n';
  };
  const commands = () => {
    const quoted = (value) => `'${value.replaceAll("'", "'\\''")}'`;
    const flags = { confirmed: ' --confirm', dismissed: ' --dismiss', '': '' };
    return rows()
      .map(
        (row) =>
          `touchstone review ${row.finding}${flags[row.status]}` +
          (row.document ? ` --document ${quoted(row.document)}` : '') +
          (row.comment ? ` --comment ${quoted(row.comment)}` : '') +
          (row.by ? ` --by ${quoted(row.by)}` : ''),
      )
      .join('\n');
  };
  if (panel) {
    const remark = document.getElementById('remark');
    const text = document.getElementById('remark-text');
    let about = null;
    for (const card of cards) {
      for (const button of all('[data-decide]', card)) {
        button.addEventListener('click', () => {
          const again = decisions[card.dataset.finding]?.status === button.dataset.decide;
          decide(card, { status: again ? '' : button.dataset.decide });
        });
      }
      card.querySelector('[data-remark]').addEventListener('click', () => {
        about = card;
        text.value = decisions[card.dataset.finding]?.comment ?? '';
        remark.showModal();
      });
    }
    remark.addEventListener('close', () => {
      if (about && remark.returnValue === 'keep') decide(about, { comment: text.value.trim() });
      about = null;
      remark.returnValue = '';
    });
    field('by').value = load('reviewer') || '';
    field('by').addEventListener('change', () => save('reviewer', field('by').value));
    field('csv').addEventListener('click', () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([csv()], { type: 'text/csv' }));
      link.download = 'decisions.csv';
      link.click();
      URL.revokeObjectURL(link.href);
    });
    field('copy').addEventListener('click', () => {
      field('text').value = commands();
      field('text-l').hidden = false;
      field('text').select();
      navigator.clipboard?.writeText(field('text').value).catch(() => {});
    });
    field('clear').addEventListener('click', () => {
      Object.keys(decisions).forEach((id) => delete decisions[id]);
      showDecisions();
    });
    showDecisions();
  }

  // A link into a folded part opens it; printing opens them all.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const folded = target && target.closest('details');
    if (folded) {
      folded.open = true;
      target.scrollIntoView();
    }
  };
  window.addEventListener('hashchange', reveal);
  reveal();
  window.addEventListener('beforeprint', () => all('details').forEach((part) => (part.open = true)));
})();
