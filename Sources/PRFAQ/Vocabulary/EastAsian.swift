extension Vocabulary {
  /// Japanese: headings and labels.
  static let japanese = Vocabulary(
    headings: [
      .pressRelease: ["プレスリリース", "プレス リリース", "報道発表"],
      .headline: ["タイトル", "見出し", "ヘッドライン"],
      .subheading: ["サブタイトル", "サブヘッドライン", "小見出し", "タグライン"],
      .dateline: ["日付", "発表日"],
      .summary: ["概要", "要約", "サマリー", "本文", "リード", "導入"],
      .problem: ["課題", "問題", "背景", "開発の背景", "顧客の課題", "解決する課題"],
      .solution: ["解決策", "ソリューション", "主要機能", "主な機能", "機能", "特徴"],
      .companyQuote: ["責任者のコメント", "代表のコメント", "社内コメント", "チームのコメント"],
      .customerQuote: ["顧客の声", "顧客コメント", "お客様の声", "ユーザーの声", "利用者の声"],
      .howItWorks: ["体験", "利用の流れ", "使い方", "仕組み", "顧客体験"],
      .gettingStarted: ["始め方", "今すぐ始めるには", "利用開始", "提供開始", "価格", "入手方法"],
      .customerSegment: ["ターゲット", "対象ユーザー", "主要ユーザー", "対象顧客", "顧客"],
      .needs: ["顧客ニーズ", "ニーズ", "要求", "要件"],
      .metrics: ["成功指標", "指標", "評価指標"],
      .scope: ["スコープ", "対象外", "スコープ外", "やらないこと"],
      .risks: ["リスク"],
      .tenets: ["原則", "信条"],
      .appendix: ["付録", "参考", "参考資料", "関連ドキュメント", "今後の展望"],
    ],
    questionSections: ["よくある質問", "質問", "想定問答"],
    external: ["外部", "外部向け", "顧客向け", "ユーザー向け", "お客様向け", "社外"],
    internal: ["内部", "社内", "社内向け", "開発", "アンチ"],
    documentMarkers: ["プレスリリース faq"])

  /// Korean: headings and labels.
  static let korean = Vocabulary(
    headings: [
      .pressRelease: ["보도자료", "보도 자료"],
      .headline: ["제목", "헤드라인"],
      .subheading: ["부제목", "부제"],
      .dateline: ["장소 및 출시일", "날짜", "출시일", "장소 및 날짜"],
      .summary: ["오프닝 문단", "요약", "개요", "소개", "첫 문단"],
      .problem: ["문제 정의", "문제", "고객 문제", "문제점", "문제 문단"],
      .solution: ["해결 방법", "해결책", "솔루션", "해결 방안"],
      .companyQuote: ["CEO 인용문", "리더 인용문", "대표 인용문", "회사 인용문", "담당자 인용문"],
      .customerQuote: ["고객 인용문", "고객 후기", "고객의 소리"],
      .howItWorks: ["제품 사용 방식", "사용 방법", "작동 방식", "사용 방식", "고객 경험"],
      .gettingStarted: ["시작 방법", "시작하기", "이용 방법", "마무리 문단", "가격"],
      .customerSegment: ["대상 고객", "타겟 고객", "고객"],
      .needs: ["고객 요구", "요구사항", "고객 니즈"],
      .metrics: ["성공 지표", "지표", "핵심 지표"],
      .scope: ["범위", "범위 외"],
      .risks: ["리스크", "위험"],
      .appendix: ["부록", "참고"],
    ],
    questionSections: ["자주 묻는 질문", "질문"],
    external: ["외부", "고객", "사용자"],
    internal: ["내부", "사내"])

  /// Chinese: headings and labels.
  static let chinese = Vocabulary(
    headings: [
      .pressRelease: ["新闻稿", "新聞稿"],
      .headline: ["标题", "標題"],
      .subheading: ["副标题", "副標題"],
      .summary: ["摘要", "概述", "导语"],
      .problem: ["问题", "問題", "客户问题", "痛点"],
      .solution: ["解决方案", "解決方案", "方案", "核心功能"],
      .companyQuote: ["公司引言", "负责人引言", "领导引言"],
      .customerQuote: ["客户引言", "用户引言", "客户评价", "用户评价"],
      .howItWorks: ["使用方式", "如何使用", "工作原理", "用户体验"],
      .gettingStarted: ["如何开始", "开始使用", "行动号召", "可用性", "定价"],
      .customerSegment: ["目标客户", "目标用户", "受众"],
      .needs: ["客户需求", "用户需求", "需求"],
      .metrics: ["成功指标", "衡量指标"],
      .scope: ["范围", "不做什么"],
      .risks: ["风险"],
      .appendix: ["附录", "参考"],
    ],
    questionSections: ["常见问题", "问答"],
    external: ["外部", "客户", "用户"],
    internal: ["内部"])
}
