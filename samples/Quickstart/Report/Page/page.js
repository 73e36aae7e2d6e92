'use strict';

const root = document.documentElement;
const remember = theme => { try { localStorage.setItem('theme', theme); } catch { /* a page opened from a file may have no storage */ } };
const remembered = () => { try { return localStorage.getItem('theme'); } catch { return null; } };
const show = theme => {
  root.dataset.theme = theme;
  document.querySelector(`.theme input[value="${theme}"]`).checked = true;
};
if (['light', 'dark'].includes(remembered())) {
  show(remembered());
}
document.querySelector('.theme').addEventListener('change', change => {
  show(change.target.value);
  remember(change.target.value);
});
