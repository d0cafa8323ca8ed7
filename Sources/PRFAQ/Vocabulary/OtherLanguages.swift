extension Vocabulary {
  /// Portuguese: headings, labels and months.
  static let portuguese = Vocabulary(
    headings: [
      .pressRelease: ["comunicado de imprensa", "comunicado à imprensa", "nota de imprensa"],
      .headline: ["título", "titulo", "manchete"],
      .subheading: ["subtítulo", "subtitulo"],
      .summary: ["resumo", "introdução", "sumário"],
      .problem: ["problema", "o problema", "o desafio"],
      .solution: ["solução", "a solução", "funcionalidades"],
      .companyQuote: ["citação da empresa", "citação do líder"],
      .customerQuote: ["citação do cliente", "depoimento", "depoimentos"],
      .howItWorks: ["como funciona", "experiência do cliente"],
      .gettingStarted: ["como começar", "disponibilidade", "preços", "chamada para ação"],
      .customerSegment: ["público alvo", "clientes"],
      .needs: ["necessidades dos clientes", "necessidades", "requisitos"],
      .metrics: ["métricas de sucesso", "métricas"],
      .scope: ["fora do escopo", "escopo"],
      .risks: ["riscos"],
      .appendix: ["apêndice", "anexo", "referências"],
    ],
    questionSections: ["perguntas frequentes", "perguntas"],
    external: ["externo", "externa", "externas", "cliente", "clientes"],
    internal: ["interno", "interna", "internas"],
    months: [
      "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
      "novembro", "dezembro",
    ])

  /// Russian: headings and labels.
  static let russian = Vocabulary(
    headings: [
      .pressRelease: ["пресс релиз", "пресс-релиз"],
      .headline: ["заголовок"],
      .subheading: ["подзаголовок"],
      .summary: ["резюме", "введение", "кратко"],
      .problem: ["проблема", "проблемы"],
      .solution: ["решение"],
      .companyQuote: ["цитата руководителя", "цитата компании"],
      .customerQuote: ["цитата клиента", "отзыв клиента", "отзывы"],
      .howItWorks: ["как это работает"],
      .gettingStarted: ["как начать", "начало работы", "доступность"],
      .customerSegment: ["целевая аудитория", "клиенты"],
      .needs: ["потребности клиентов", "требования"],
      .metrics: ["метрики успеха", "метрики"],
      .scope: ["вне рамок", "что мы не делаем"],
      .risks: ["риски"],
      .appendix: ["приложение", "ссылки"],
    ],
    questionSections: ["часто задаваемые вопросы", "вопросы", "вопросы и ответы"],
    external: ["внешние", "внешний", "клиенты"],
    internal: ["внутренние", "внутренний"],
    months: [
      "январь|января", "февраль|февраля", "март|марта", "апрель|апреля", "май|мая", "июнь|июня", "июль|июля",
      "август|августа", "сентябрь|сентября", "октябрь|октября", "ноябрь|ноября", "декабрь|декабря",
    ])
}
