/** Our paper, ink and brass over Swagger UI's own colours, in both of its modes. */
export const referenceStyle = `
.swagger-ui .topbar { background: #fbfaf8; border-bottom: 1px solid #e7e3db; padding: 8px 0; }
.swagger-ui .topbar .download-url-wrapper { display: none; }
.swagger-ui .topbar-wrapper { justify-content: space-between; }
.swagger-ui .topbar-wrapper img { height: 22px; }
.swagger-ui .topbar .dark-mode-toggle svg { fill: #5c574c; }
.swagger-ui, .swagger-ui .info .title, .swagger-ui .opblock-tag, .swagger-ui .btn, .swagger-ui .opblock .opblock-summary-description,
.swagger-ui .parameter__name, .swagger-ui table thead tr td, .swagger-ui table thead tr th, .swagger-ui .tab li {
  font-family: "Inter Variable", system-ui, sans-serif;
}
.swagger-ui .info { margin: 32px 0 24px; }
.swagger-ui .info .title { font-size: 22px; letter-spacing: -.015em; }
.swagger-ui .info .link { display: none; }
.swagger-ui .scheme-container { box-shadow: none; border-block: 1px solid #e7e3db; }
.swagger-ui .opblock-tag { font-size: 15px; border-color: #e7e3db; }
.swagger-ui .opblock { border-radius: 8px; box-shadow: none; }
.swagger-ui .btn.authorize { color: #9a6b15; border-color: #9a6b15; }
.swagger-ui .btn.authorize svg { fill: #9a6b15; }
html:not(.dark-mode) body { background: #fbfaf8; }
html.dark-mode .swagger-ui .topbar { background: #14130f; border-color: #2b2922; }
html.dark-mode .swagger-ui .scheme-container, html.dark-mode .swagger-ui .opblock-tag { border-color: #2b2922; }
html.dark-mode .swagger-ui .btn.authorize { color: #d9a941; border-color: #d9a941; }
html.dark-mode .swagger-ui .btn.authorize svg, html.dark-mode .swagger-ui .topbar .dark-mode-toggle svg { fill: #d9a941; }
`;

/** Our key, in the brass that both modes can show. */
export const referenceLogo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="#b07d1e" stroke-width="2.2" stroke-linecap="round">' +
  '<circle cx="6" cy="6" r="4.2"/><path d="M9 9l6 6M12.4 12.4l2-2"/></svg>';
