(function () {
  'use strict';
  var root = document.documentElement, $ = function (s, n) { return Array.prototype.slice.call((n || document).querySelectorAll(s)); };
  root.classList.add('js');
  function load(k) { try { return localStorage.getItem('touchstone.' + k); } catch (e) { return null; } }
  function save(k, v) { try { localStorage.setItem('touchstone.' + k, v); } catch (e) { /* a file without storage still works */ } }

  // Theme: the radio buttons work alone; the script only remembers them.
  var theme = document.getElementById('theme-' + load('theme')); if (theme) theme.checked = true;
  $('[name=theme]').forEach(function (r) { r.addEventListener('change', function () { save('theme', r.value); }); });

  // Sorting: a header cell becomes a button; data-v on a cell is its sort key.
  $('table[data-sortable]').forEach(function (table) {
    $('thead th:not([data-nosort])', table).forEach(function (th) {
      var b = document.createElement('button'); b.type = 'button'; b.className = 'sort';
      while (th.firstChild) b.appendChild(th.firstChild);
      th.appendChild(b);
      b.addEventListener('click', function () {
        var down = th.getAttribute('aria-sort') === 'ascending' || (!th.hasAttribute('aria-sort') && th.classList.contains('num'));
        $('th[aria-sort]', table).forEach(function (o) { o.removeAttribute('aria-sort'); });
        th.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        var body = table.tBodies[0], key = function (tr) { var c = tr.cells[th.cellIndex]; return c.dataset.v || c.textContent.trim(); };
        $('tr', body).sort(function (x, y) {
          var a = key(x), c = key(y), d = (isNaN(a) || isNaN(c)) ? a.localeCompare(c, 'en', { numeric: true }) : a - c;
          return down ? -d : d;
        }).forEach(function (tr) { body.appendChild(tr); });
      });
    });
  });

  // Filtering: <input data-filter="selector of rows" data-count="id of the status line">
  $('input[data-filter]').forEach(function (input) {
    var out = document.getElementById(input.dataset.count), rows = $(input.dataset.filter), all = out ? out.textContent : '';
    input.addEventListener('input', function () {
      var words = input.value.toLowerCase().split(/\s+/).filter(Boolean), shown = 0;
      rows.forEach(function (r) {
        var t = r.textContent.toLowerCase(), hit = words.every(function (w) { return t.indexOf(w) >= 0; });
        r.hidden = !hit; if (hit) shown++;
      });
      if (out) out.textContent = words.length ? shown + ' of ' + rows.length + ' rows match' : all;
    });
    input.addEventListener('keydown', function (e) { if (e.key === 'Escape') { input.value = ''; input.dispatchEvent(new Event('input')); input.blur(); } });
  });

  // Keyboard. Single keys can be switched off (WCAG 2.1.4).
  var help = document.getElementById('help'), keys = document.getElementById('keys-on'), at = -1;
  if (keys) { keys.checked = load('keys') !== 'off'; keys.addEventListener('change', function () { save('keys', keys.checked ? 'on' : 'off'); }); }
  function go(step) {
    var list = $('[data-step]').filter(function (n) { return n.offsetParent; }); if (!list.length) return;
    var here = document.activeElement && document.activeElement.closest('[data-step]'); if (here) at = list.indexOf(here);
    at = Math.max(0, Math.min(list.length - 1, at + step));
    var hidden = list[at].closest('details:not([open])'); if (hidden) hidden.open = true;
    list[at].focus({ preventScroll: true }); list[at].scrollIntoView({ block: 'start' });
  }
  $('[data-help]').forEach(function (b) { b.addEventListener('click', function () { help.showModal(); }); });
  document.addEventListener('keydown', function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName) && e.target.type !== 'radio' && e.target.type !== 'checkbox') return;
    if (help.open || (keys && !keys.checked && e.key !== '?')) return;
    var f = document.activeElement.closest && document.activeElement.closest('[data-step]');
    if (e.key === 'j') go(1); else if (e.key === 'k') go(-1);
    else if (e.key === '/') { var box = $('input[data-filter]').filter(function (n) { return n.offsetParent; })[0]; if (box) box.focus(); }
    else if (e.key === 't' && f) { var jump = f.querySelector('a[data-jump]') || f.querySelector('a[href]'); if (jump) jump.click(); }
    else if (e.key === 'u') { var up = document.querySelector('a[rel=up]'); if (up) up.click(); }
    else if (e.key === '?') help.showModal(); else return;
    e.preventDefault();
  });

  // A link into a closed <details> opens it; printing opens them all.
  function reveal() { var t = location.hash.length > 1 && document.getElementById(location.hash.slice(1)); var d = t && t.closest('details'); if (d) { d.open = true; t.scrollIntoView(); } }
  window.addEventListener('hashchange', reveal); reveal();
  window.addEventListener('beforeprint', function () { $('details').forEach(function (d) { d.open = true; }); });
})();
