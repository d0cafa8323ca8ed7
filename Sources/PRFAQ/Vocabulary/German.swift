extension Vocabulary {
  /// German: headings, labels and months.
  static let german = Vocabulary(
    headings: [
      .pressRelease: ["pressemitteilung", "presseerklärung", "pressemeldung"],
      .headline: ["überschrift", "titel", "schlagzeile"],
      .subheading: ["untertitel", "unterüberschrift", "unterzeile"],
      .dateline: ["datum", "ort und datum"],
      .summary: ["zusammenfassung", "einleitung", "kurzfassung", "überblick"],
      .problem: [
        "problem", "das problem", "die herausforderung", "herausforderung", "ausgangslage", "kundenproblem",
      ],
      .solution: ["lösung", "die lösung", "unsere lösung", "lösungsansatz", "funktionen", "hauptfunktionen"],
      .companyQuote: ["zitat", "zitat des teams", "zitat der leitung", "zitat der geschäftsführung"],
      .customerQuote: ["kundenzitat", "kundenstimme", "kundenstimmen", "zitat eines kunden"],
      .howItWorks: [
        "so funktioniert es", "wie es funktioniert", "so funktioniert's", "kundenerlebnis", "ablauf",
      ],
      .gettingStarted: [
        "erste schritte", "loslegen", "verfügbarkeit", "jetzt starten", "verfügbarkeit und preise", "preise",
      ],
      .customerSegment: ["zielgruppe", "zielgruppen", "kunden", "für wen"],
      .needs: ["kundenbedürfnisse", "bedürfnisse", "anforderungen", "was kunden brauchen"],
      .metrics: ["erfolgskriterien", "erfolgsmessung", "kennzahlen", "metriken", "woran wir erfolg messen"],
      .services: ["dienste", "services und teams"],
      .scope: ["abgrenzung", "nicht im umfang", "nicht ziele", "was wir nicht bauen", "umfang"],
      .risks: ["risiken", "risiken und maßnahmen"],
      .tenets: ["grundsätze", "prinzipien", "architektur prinzipien"],
      .appendix: ["anhang", "quellen", "offene fragen", "nächste schritte", "ausblick"],
    ],
    questionSections: ["häufige fragen", "häufig gestellte fragen", "fragen", "fragen und antworten"],
    external: ["extern", "externe", "externes", "kunden", "nutzer", "mitglieder", "öffentlich"],
    internal: ["intern", "interne", "internes", "team", "verein", "vorstand"],
    documentMarkers: ["pressemitteilung faq", "pressemitteilung und faq"],
    months: [
      "januar|jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
      "november", "dezember",
    ])
}
