import PRFAQ
import SourceText
import Testing

/// Documents in German and Japanese, whose headings and question marks are known.
@Suite struct LanguageTests {
  @Test func german() {
    let reading = Reading(
      """
      # PRFAQ: Gezeitentafel

      ## Pressemitteilung

      **Wilhelmshaven, 3. Mai 2027** – Der Hafenverein stellt heute die Gezeitentafel für Lotsen vor.

      „Die Lotsen haben uns gebeten, drei Telefonate durch eine Karte zu ersetzen", sagt die Geschäftsführerin.

      ## Das Problem

      Lotsen rufen drei Stellen an, und jeder vierte Anruf geht verloren.

      ## Die Lösung

      Eine Karte zeigt jeden freien Liegeplatz.

      ## Häufige Fragen

      ### Was kostet das?

      Nichts.

      ### Für wen ist es gedacht?

      Für Lotsen.
      """)
    #expect(reading.document.language == .german)
    #expect(reading.document.kind == .prfaq)
    #expect(reading.lines(.pressRelease) == [5])
    #expect(reading.lines(.dateline) == [5])
    #expect(reading.document.dateline?.date?.month == 5)
    #expect(reading.lines(.companyQuote) == [7])
    #expect(
      reading.first(.problem)
        == "11:1 heading \"Lotsen rufen drei Stellen an, und jeder vierte Anruf geht verloren.\"")
    #expect(reading.first(.solution) == "15:1 heading \"Eine Karte zeigt jeden freien Liegeplatz.\"")
    #expect(
      reading.questions == [
        "u 19:5 \"Was kostet das?\" -> 21:1", "u 23:5 \"Für wen ist es gedacht?\" -> 25:1",
      ])
    #expect(
      reading.document.elements(.customerSegment).contains { reading.document.source[$0.range] == "Lotsen" })
  }

  @Test func germanGroups() {
    let reading = Reading(
      "# PRFAQ: Gezeitentafel\n\n## Pressemitteilung\n\nDer Verein stellt die Tafel vor.\n\n## Externe Fragen\n\n"
        + "**Was kostet das?**\n\nNichts.\n\n## Interne Fragen\n\n**Wer zahlt?**\n\nDer Verein.\n")
    #expect(
      reading.questions == ["e 9:3 \"Was kostet das?\" -> 11:1", "i 15:3 \"Wer zahlt?\" -> 17:1"])
  }

  @Test func japanese() {
    let reading = Reading(
      """
      # PR/FAQ：潮見板

      ## プレスリリース

      ### 水先人のための潮見板を発表

      **ベルゲン、2027年5月3日** — 港湾協会は本日、水先人向けの潮見板を公開しました。

      ### 課題

      水先人は三か所に電話をかけ、四回に一回はつながりません。

      ### 解決策

      一枚の地図が空いている岸壁を示します。

      ### 顧客の声

      「電話をかけずに入港できました」と水先人の佐藤さんは話します。

      ## 外部向けFAQ

      **Q：料金はいくらですか？**

      無料です。

      **Q：夜も使えますか**

      はい。

      ## 社内FAQ

      **Q：誰が払いますか？**

      港です。
      """)
    #expect(reading.document.language == .japanese)
    #expect(reading.first(.headline) == "5:5 heading \"水先人のための潮見板を発表\"")
    #expect(reading.lines(.dateline) == [7])
    #expect(reading.document.dateline?.date?.year == 2027)
    #expect(
      reading.first(.problem) == "11:1 heading \"水先人は三か所に電話をかけ、四回に一回はつながりません。\"")
    #expect(reading.first(.solution) == "15:1 heading \"一枚の地図が空いている岸壁を示します。\"")
    #expect(reading.lines(.customerQuote) == [19])
    #expect(
      reading.questions == [
        "e 23:5 \"料金はいくらですか？\" -> 25:1", "e 27:5 \"夜も使えますか\" -> 29:1",
        "i 33:5 \"誰が払いますか？\" -> 35:1",
      ])
  }

  @Test func chineseLabelsInBoldLines() {
    let reading = Reading(
      "# 潮汐板 PRFAQ\n\n## Press Release\n\n**标题：引航员不再等待泊位**\n\n**副标题：一张地图代替三个电话。**\n\n"
        + "港口协会今日发布潮汐板。\n\n## FAQ\n\n### 多少钱？\n\n免费。\n")
    #expect(reading.first(.headline) == "5:6 label \"引航员不再等待泊位\"")
    #expect(reading.first(.subheading) == "7:7 label \"一张地图代替三个电话。\"")
    #expect(reading.questions == ["u 13:5 \"多少钱？\" -> 15:1"])
  }
}
