// Everything that is made from the custom-elements manifest in this package; packages/react makes its own.
import "./docs.mjs";
import "./editors.mjs";
import "./tags.mjs";
