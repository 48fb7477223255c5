// A table that is wider than its room scrolls, also for whoever has only keys: then it is a stop of Tab.
const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries)
    (target as HTMLElement).tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
});
for (const table of document.querySelectorAll(".sl-markdown-content table")) watcher.observe(table);
