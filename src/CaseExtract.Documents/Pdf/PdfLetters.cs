using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace CaseExtract.Documents;

/// <summary>What is written on a page.</summary>
internal sealed record PdfLetters(IReadOnlyList<Letter> Letters)
{
    /// <summary>More letters than this on a page are no page: the search for their lines takes longer than their number.</summary>
    private const int MaximumLetters = 50_000;

    /// <summary>
    /// The largest page is 14,400 units wide (PDF 32000-1, annex C). What stands far from any page is seen by nobody, and the search for blocks takes time
    /// in proportion to the distance.
    /// </summary>
    private const double Farthest = 100_000;

    /// <summary>A page calls drawings that call drawings; each call may call twice, so that few levels make a page without end.</summary>
    private const int MaximumFormDepth = 30;

    private const int MaximumForms = 10_000;

    /// <summary>Reads the letters of pages and nothing else: lines, areas and pictures, which can be without number, are passed over.</summary>
    internal sealed class Factory(
        IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
        : BasePageFactory<PdfLetters>(scanner, resources, filters, parser, options)
    {
        protected override PdfLetters ProcessPage(
            int pageNumber,
            DictionaryToken dictionary,
            NamedDestinations namedDestinations,
            MediaBox mediaBox,
            CropBox cropBox,
            UserSpaceUnit userSpaceUnit,
            PageRotationDegrees rotation,
            TransformationMatrix initialMatrix,
            IReadOnlyList<IGraphicsStateOperation> operations) =>
            new Processor(pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, in initialMatrix, ParsingOptions)
                .Process(pageNumber, operations);
    }

    private sealed class Processor(
        int pageNumber,
        IResourceStore resources,
        IPdfTokenScanner scanner,
        IPageContentParser parser,
        ILookupFilterProvider filters,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        in TransformationMatrix initialMatrix,
        ParsingOptions options)
        : BaseStreamProcessor<PdfLetters>(pageNumber, resources, scanner, parser, filters, cropBox, userSpaceUnit, rotation, in initialMatrix, options)
    {
        private readonly List<Letter> _letters = [];
        private int _forms;
        private int _formDepth;

        public override PdfLetters Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
        {
            PageNumber = pageNumberCurrent;
            CloneAllStates();
            ProcessOperations(operations);
            return new PdfLetters(_letters);
        }

        public override void RenderGlyph(
            IFont font,
            CurrentGraphicsState currentState,
            double fontSize,
            double pointSize,
            int code,
            string unicode,
            long currentOffset,
            in TransformationMatrix renderingMatrix,
            in TransformationMatrix textMatrix,
            in TransformationMatrix transformationMatrix,
            CharacterBoundingBox characterBoundingBox)
        {
            if (_letters.Count >= MaximumLetters)
            {
                throw new DocumentException(ReportErrorKind.Refused, $"page {PageNumber} has more than {MaximumLetters} letters");
            }

            var toPage = renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix);
            var glyph = toPage.Transform(characterBoundingBox.GlyphBounds);
            var line = toPage.Transform(new PdfRectangle(0, 0, characterBoundingBox.Width, UserSpaceUnit.PointMultiples));
            if (!IsNear(glyph) || !IsNear(line))
            {
                return;
            }

            var loose = toPage.Transform(new PdfRectangle(0, font.GetDescent(), characterBoundingBox.Width, font.GetAscent()));
            _letters.Add(new Letter(
                unicode,
                glyph.Width > 0 || glyph.Height > 0 ? glyph : line,
                loose,
                line.BottomLeft,
                line.BottomRight,
                line.Width,
                fontSize,
                font,
                currentState.FontState.TextRenderingMode,
                currentState.CurrentStrokingColor!,
                currentState.CurrentNonStrokingColor!,
                pointSize,
                TextSequence));
        }

        /// <summary>A place that is no number is not near, either.</summary>
        private static bool IsNear(PdfRectangle rectangle) =>
            Math.Abs(rectangle.BottomLeft.X) < Farthest && Math.Abs(rectangle.BottomLeft.Y) < Farthest
            && Math.Abs(rectangle.TopRight.X) < Farthest && Math.Abs(rectangle.TopRight.Y) < Farthest;

        protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
        {
            if (++_forms > MaximumForms || _formDepth >= MaximumFormDepth)
            {
                throw new DocumentException(ReportErrorKind.Refused, $"page {PageNumber} is drawn of parts of parts without end");
            }

            _formDepth++;
            base.ProcessFormXObject(formStream, xObjectName);
            _formDepth--;
        }

        protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
        {
        }

        protected override void RenderInlineImage(InlineImage inlineImage)
        {
        }

        protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
        {
        }

        public override void BeginSubpath()
        {
        }

        public override PdfPoint? CloseSubpath() => null;

        public override void StrokePath(bool close)
        {
        }

        public override void FillPath(FillingRule fillingRule, bool close)
        {
        }

        public override void FillStrokePath(FillingRule fillingRule, bool close)
        {
        }

        public override void MoveTo(double x, double y)
        {
        }

        public override void BezierCurveTo(double x2, double y2, double x3, double y3)
        {
        }

        public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
        {
        }

        public override void LineTo(double x, double y)
        {
        }

        public override void Rectangle(double x, double y, double width, double height)
        {
        }

        public override void EndPath()
        {
        }

        public override void ClosePath()
        {
        }

        public override void ModifyClippingIntersect(FillingRule clippingRule)
        {
        }

        public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
        {
        }

        public override void EndMarkedContent()
        {
        }

        public override void PaintShading(NameToken shadingName)
        {
        }
    }
}
